"""The least a window of PySide6 can be: one label, nothing of ours. What is below its time is not ours to save."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
label = QLabel("\n".join(["The quick brown fox jumps over the lazy dog. " * 4] * 30))
label.resize(1200, 700)
label.show()
application.exec()
