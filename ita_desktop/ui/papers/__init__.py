"""The papers of a year: real pages, their texts beside them, and the ways out of the house."""
