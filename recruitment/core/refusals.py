"""The one exception by which an action says no in a sentence that a person can act on."""


class Refused(Exception):
    """An action cannot be done now; `sentence` is translated and says what to do."""

    def __init__(self, sentence, *, subject=None):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.subject = subject
