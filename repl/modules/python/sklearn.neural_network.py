"""sklearn.neural_network: networks of dense layers, as scikit-learn trains them."""
import warnings
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from _sklearn_checks import chosen, labels_of
from sklearn.utils import _features, _given_target, _matrix, check_consistent_length, check_random_state, shuffle
from sklearn.utils._param_validation import invalid

_ACTIVATIONS = {'identity': lambda z: z, 'logistic': lambda z: 1 / (1 + np.exp(-z)), 'tanh': np.tanh,
                'relu': lambda z: np.maximum(z, 0)}
_SLOPES = {'identity': lambda a: np.ones_like(a), 'logistic': lambda a: a * (1 - a), 'tanh': lambda a: 1 - a * a,
           'relu': lambda a: (a != 0).astype(np.float64)}


class _Network(BaseEstimator):
    """What both kinds share."""

    def __init__(self, hidden_layer_sizes=(100,), activation='relu', *, solver='adam', alpha=0.0001, batch_size='auto',
                 learning_rate='constant', learning_rate_init=0.001, power_t=0.5, max_iter=200, shuffle=True,
                 random_state=None, tol=1e-4, verbose=False, warm_start=False, momentum=0.9, nesterovs_momentum=True,
                 early_stopping=False, validation_fraction=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-8,
                 n_iter_no_change=10, max_fun=15000):
        self.hidden_layer_sizes = hidden_layer_sizes
        self.activation = activation
        self.solver = solver
        self.alpha = alpha
        self.batch_size = batch_size
        self.learning_rate = learning_rate
        self.learning_rate_init = learning_rate_init
        self.power_t = power_t
        self.max_iter = max_iter
        self.shuffle = shuffle
        self.random_state = random_state
        self.tol = tol
        self.verbose = verbose
        self.warm_start = warm_start
        self.momentum = momentum
        self.nesterovs_momentum = nesterovs_momentum
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.beta_1 = beta_1
        self.beta_2 = beta_2
        self.epsilon = epsilon
        self.n_iter_no_change = n_iter_no_change
        self.max_fun = max_fun

    def _train(self, X, Y):
        if self.activation not in _ACTIVATIONS:
            invalid('activation', type(self).__name__, "a str among {'identity', 'logistic', 'relu', 'tanh'}",
                    self.activation)
        if self.solver not in ('adam', 'lbfgs', 'sgd'):
            invalid('solver', type(self).__name__, "a str among {'adam', 'lbfgs', 'sgd'}", self.solver)
        sizes = self.hidden_layer_sizes
        sizes = list(sizes) if hasattr(sizes, '__iter__') else [sizes]
        if any(n <= 0 for n in sizes):
            raise ValueError(f"hidden_layer_sizes must be > 0, got {sizes}.")
        random = check_random_state(self.random_state)
        units = [X.shape[1]] + sizes + [Y.shape[1]]
        self.coefs_, self.intercepts_ = [], []
        for a, b in zip(units, units[1:]):
            bound = np.sqrt((2.0 if self.activation == 'logistic' else 6.0) / (a + b))
            self.coefs_.append(random.uniform(-bound, bound, (a, b)))
            self.intercepts_.append(random.uniform(-bound, bound, b))
        self.n_outputs_, self.n_layers_, self.loss_curve_, self.best_loss_ = units[-1], len(units), [], np.inf
        if self.solver == 'lbfgs':
            return self._whole(X, Y)
        X_val = y_val = None
        self.validation_scores_ = None
        if self.early_stopping:
            from sklearn.model_selection import train_test_split
            stratify = Y if self._estimator_type == 'classifier' and Y.shape[1] == 1 else None
            X, X_val, Y, y_val = train_test_split(X, Y, random_state=random, test_size=self.validation_fraction,
                                                  stratify=stratify)
            self.validation_scores_, self.best_validation_score_, self.best_loss_ = [], -np.inf, None
        n = len(X)
        size = min(200, n) if self.batch_size == 'auto' else min(max(self.batch_size, 1), n)
        order, idle, step = np.arange(n), 0, 0
        count = len(self.coefs_)
        params = self.coefs_ + self.intercepts_
        firsts, seconds = [np.zeros_like(p) for p in params], [np.zeros_like(p) for p in params]
        rate = self.learning_rate_init
        for self.n_iter_ in range(1, self.max_iter + 1):
            if self.shuffle:
                order = shuffle(order, random_state=random)
            total = 0.0
            for start in range(0, n, size):
                rows = order[start:start + size]
                loss, grads = self._gradients(X[rows], Y[rows])
                total += loss * len(rows)
                step += 1
                if self.solver == 'adam':
                    rate = self.learning_rate_init * np.sqrt(1 - self.beta_2 ** step) / (1 - self.beta_1 ** step)
                    for k, grad in enumerate(grads):
                        firsts[k] = self.beta_1 * firsts[k] + (1 - self.beta_1) * grad
                        seconds[k] = self.beta_2 * seconds[k] + (1 - self.beta_2) * grad ** 2
                        params[k] += -rate * firsts[k] / (np.sqrt(seconds[k]) + self.epsilon)
                else:
                    for k, grad in enumerate(grads):
                        firsts[k] = self.momentum * firsts[k] - rate * grad
                        params[k] += self.momentum * firsts[k] - rate * grad if self.nesterovs_momentum else firsts[k]
            self.loss_ = total / n
            self.loss_curve_.append(self.loss_)
            if self.verbose:
                print("Iteration %d, loss = %.8f" % (self.n_iter_, self.loss_))
            if self.early_stopping:
                score = self._validation(X_val, y_val)
                self.validation_scores_.append(score)
                if self.verbose:
                    print("Validation score: %f" % score)
                idle = idle + 1 if score < self.best_validation_score_ + self.tol else 0
                if score > self.best_validation_score_:
                    self.best_validation_score_ = score
                    best = [p.copy() for p in params]
            else:
                idle = idle + 1 if self.loss_ > self.best_loss_ - self.tol else 0
                self.best_loss_ = min(self.best_loss_, self.loss_)
            if self.solver == 'sgd' and self.learning_rate == 'invscaling':
                rate = self.learning_rate_init / (self.n_iter_ * n + 1) ** self.power_t
            if idle > self.n_iter_no_change:
                what = "Validation score did not improve" if self.early_stopping else "Training loss did not improve"
                message = f"{what} more than tol={self.tol:f} for {self.n_iter_no_change} consecutive epochs."
                if self.solver == 'sgd' and self.learning_rate == 'adaptive' and rate > 1e-6:
                    rate, idle = rate / 5, 0
                    if self.verbose:
                        print(message + " Setting learning rate to %f" % rate)
                else:
                    if self.verbose:
                        print(message + " Stopping.")
                    break
            if self.n_iter_ == self.max_iter:
                warnings.warn(f"Stochastic Optimizer: Maximum iterations ({self.max_iter}) reached and the "
                              "optimization hasn't converged yet.", ConvergenceWarning)
        self.t_ = self.n_iter_ * n
        if self.early_stopping:
            params = best
        self.coefs_, self.intercepts_ = params[:count], params[count:]
        return self

    def _whole(self, X, Y):
        import _sklearn_lbfgs as lbfgs
        shapes = [p.shape for p in self.coefs_ + self.intercepts_]
        count = len(self.coefs_)

        def unpack(flat):
            out, start = [], 0
            for shape in shapes:
                size = int(np.prod(shape))
                out.append(flat[start:start + size].reshape(shape))
                start += size
            self.coefs_, self.intercepts_ = out[:count], out[count:]

        def value(flat):
            unpack(flat)
            loss, grads = self._gradients(X, Y)
            return loss, np.concatenate([g.reshape(-1) for g in grads])
        start = np.concatenate([p.reshape(-1) for p in self.coefs_ + self.intercepts_])
        found = lbfgs.minimize(value, start, self.max_iter, self.tol)
        unpack(found[0])
        self.loss_, _ = self._gradients(X, Y)
        self.n_iter_ = found[1] if len(found) > 1 else self.max_iter
        return self

    def _forward(self, X):
        out, act = [X], _ACTIVATIONS[self.activation]
        for k, (w, b) in enumerate(zip(self.coefs_, self.intercepts_)):
            z = np.dot(out[-1], w) + b
            out.append(act(z) if k + 1 < len(self.coefs_) else self._output(z))
        return out

    def _gradients(self, X, Y):
        n, layers = len(X), self._forward(X)
        loss = self._loss(Y, layers[-1]) + 0.5 * self.alpha * sum(float(np.dot(w.reshape(-1), w.reshape(-1)))
                                                                   for w in self.coefs_) / n
        delta, weights, biases = layers[-1] - Y, [], []
        slope = _SLOPES[self.activation]
        for k in range(len(self.coefs_) - 1, -1, -1):
            weights.append((np.dot(layers[k].T, delta) + self.alpha * self.coefs_[k]) / n)
            biases.append(delta.mean(axis=0) if n else delta.sum(axis=0))
            if k:
                delta = np.dot(delta, self.coefs_[k].T) * slope(layers[k])
        return loss, weights[::-1] + biases[::-1]

    def _answers(self, X):
        self._check_fitted('coefs_')
        return self._forward(_features(self, _matrix(X, self)).astype(np.float64))[-1]


class MLPClassifier(ClassifierMixin, _Network):
    """A network that tells classes."""

    def fit(self, X, y):
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        check_consistent_length(X, y)
        self.classes_, places = labels_of(self, y, X)
        self.n_features_in_ = X.shape[1]
        k = len(self.classes_)
        self.out_activation_ = 'softmax' if k > 2 else 'logistic'
        Y = (places[:, None] == np.arange(k)).astype(np.float64) if k > 2 else places.reshape(-1, 1).astype(np.float64)
        return self._train(X, Y)

    def _output(self, z):
        if self.out_activation_ == 'logistic':
            return 1 / (1 + np.exp(-z))
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def _loss(self, Y, P):
        eps = np.finfo(np.float64).eps
        P = np.clip(P, eps, 1 - eps)
        if self.out_activation_ == 'softmax':
            return -(Y * np.log(P)).sum() / len(P)
        return -(Y * np.log(P) + (1 - Y) * np.log(1 - P)).sum() / len(P)

    def _places(self, P):
        return (P.reshape(-1) > 0.5).astype(np.int64) if P.shape[1] == 1 else np.argmax(P, axis=1)

    def _validation(self, X, Y):
        return float(np.mean(self._places(self._forward(X)[-1]) == self._places(Y)))

    def predict(self, X):
        return chosen(self.classes_, self._places(self._answers(X)))

    def predict_proba(self, X):
        P = self._answers(X)
        return np.concatenate([1 - P, P], axis=1) if P.shape[1] == 1 else P

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))


class MLPRegressor(RegressorMixin, _Network):
    """A network that tells numbers."""

    def __init__(self, loss='squared_error', hidden_layer_sizes=(100,), activation='relu', *, solver='adam',
                 alpha=0.0001, batch_size='auto', learning_rate='constant', learning_rate_init=0.001, power_t=0.5,
                 max_iter=200, shuffle=True, random_state=None, tol=1e-4, verbose=False, warm_start=False, momentum=0.9,
                 nesterovs_momentum=True, early_stopping=False, validation_fraction=0.1, beta_1=0.9, beta_2=0.999,
                 epsilon=1e-8, n_iter_no_change=10, max_fun=15000):
        super().__init__(hidden_layer_sizes, activation, solver=solver, alpha=alpha, batch_size=batch_size,
                         learning_rate=learning_rate, learning_rate_init=learning_rate_init, power_t=power_t,
                         max_iter=max_iter, shuffle=shuffle, random_state=random_state, tol=tol, verbose=verbose,
                         warm_start=warm_start, momentum=momentum, nesterovs_momentum=nesterovs_momentum,
                         early_stopping=early_stopping, validation_fraction=validation_fraction, beta_1=beta_1,
                         beta_2=beta_2, epsilon=epsilon, n_iter_no_change=n_iter_no_change, max_fun=max_fun)
        self.loss = loss

    def fit(self, X, y):
        if self.loss != 'squared_error':
            if self.loss == 'poisson':
                raise NotImplementedError("nnsh's MLPRegressor has the loss 'squared_error'")
            invalid('loss', 'MLPRegressor', "a str among {'poisson', 'squared_error'}", self.loss)
        self._remember(X)
        X = _matrix(X, self).astype(np.float64)
        y = np.asarray(_given_target(y, self), dtype=np.float64)
        check_consistent_length(X, y)
        self.n_features_in_, self.out_activation_ = X.shape[1], 'identity'
        self._flat = y.ndim == 1
        return self._train(X, y.reshape(len(y), -1))

    def _output(self, z):
        return z

    def _loss(self, Y, P):
        return float(((Y - P) ** 2).mean() / 2)

    def _validation(self, X, Y):
        from sklearn.metrics import r2_score
        return r2_score(Y, self._forward(X)[-1])

    def predict(self, X):
        P = self._answers(X)
        return P.reshape(-1) if P.shape[1] == 1 else P
