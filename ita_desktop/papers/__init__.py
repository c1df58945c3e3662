"""What each paper says, as blocks; no renderer is known here."""
