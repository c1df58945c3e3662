"""What the Windows and the Linux bundle have in common: pinned inputs, trimming, bytecode, sums, licences, archives.

Only Python's standard library; what else is needed is fetched, pinned, into `build/`.
"""
