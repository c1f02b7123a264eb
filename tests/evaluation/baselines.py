"""What simple models make of the same texts: the figures to beat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from tests.evaluation.fitting import balance
from tests.evaluation.samples import Sample, labels

Training = Mapping[str, Sequence[Sample]]


def tf_idf(training: Training, tested: Sequence[Sample]) -> NDArray[np.float64]:
    """Return scores by words and pairs of words of headline and text, case-folded."""
    return _words(training, tested, _whole)


def tf_idf_balanced(training: Training, tested: Sequence[Sample]) -> NDArray[np.float64]:
    """Return the same where sets, classes and outlets weigh as they do in our own fit."""
    return _words(training, tested, _whole, balanced=True)


def headline_only(training: Training, tested: Sequence[Sample]) -> NDArray[np.float64]:
    """Return scores by words and pairs of words of the headline, case-folded."""
    return _words(training, tested, lambda sample: sample.row.title)


def length_only(training: Training, tested: Sequence[Sample]) -> NDArray[np.float64]:
    """Return scores by the text's length alone."""
    together = _together(training)
    model = LogisticRegression()
    model.fit(_lengths(together), labels(together), sample_weight=balance(training) * len(together))
    return model.decision_function(_lengths(tested))


def _whole(sample: Sample) -> str:
    return f"{sample.row.title}\n{sample.row.text}"


def _together(training: Training) -> list[Sample]:
    return [sample for group in training.values() for sample in group]


def _lengths(group: Sequence[Sample]) -> NDArray[np.float64]:
    return np.log([[sample.words] for sample in group])


def _words(
    training: Training, tested: Sequence[Sample], text: Callable[[Sample], str], *, balanced: bool = False
) -> NDArray[np.float64]:
    together = _together(training)
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=5, sublinear_tf=True)
    rows = vectorizer.fit_transform(map(text, together))
    model = LogisticRegression(C=10, max_iter=1000)
    weights = balance(training) * len(together) if balanced else None
    model.fit(rows, labels(together), sample_weight=weights)
    return model.decision_function(vectorizer.transform(map(text, tested)))


ALL = {
    "TF-IDF + logistic": tf_idf,
    "TF-IDF + logistic, balanced": tf_idf_balanced,
    "headline only": headline_only,
    "length only": length_only,
}
