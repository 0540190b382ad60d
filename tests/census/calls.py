# Uses every name of names.txt, with arguments as tutorials give them, and says what came out: one line a name.
# What nnsh has not is named in docs/language.md ("Names of tutorials that are left out").
from __future__ import absolute_import, division, print_function, unicode_literals

import __future__
import collections
import datetime
import functools
import gzip
import json
import math
import os
import pathlib
import pickle
import random
import shutil
import sys
import time
import urllib.request

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np
import packaging.version
import pandas as pd
import scipy.special
import seaborn
import sklearn
import sklearn.datasets
import sklearn.ensemble
import sklearn.metrics
import sklearn.model_selection
from IPython.core import magic
from sklearn.linear_model import LogisticRegression


def said(name, result):
    print(name + ":", result)


def kind(thing):
    return type(thing).__name__


# ---- Modules ----

for module in (__future__, collections, datetime, functools, gzip, json, math, matplotlib, os, pathlib, pickle, random,
               shutil, sys, sklearn):
    said("import " + module.__name__, kind(module))
said("import matplotlib.pyplot", kind(plt))
said("import numpy", np.__name__)
said("import pandas", pd.__name__)
said("import packaging", kind(packaging))
said("import packaging.version", kind(packaging.version))
said("import scipy.special", kind(scipy.special))
said("import seaborn", seaborn.__name__)
said("import sklearn.datasets", kind(sklearn.datasets))
said("import sklearn.ensemble", kind(sklearn.ensemble))
said("import sklearn.metrics", kind(sklearn.metrics))
said("import sklearn.model_selection", kind(sklearn.model_selection))
said("import urllib", kind(urllib))
said("import IPython.core.magic", kind(magic))
for name in ("absolute_import", "division", "print_function", "unicode_literals"):
    said("import __future__." + name, hasattr(__future__, name))
from collections import OrderedDict
from functools import partial
from IPython.core.magic import register_cell_magic
from pathlib import Path
from sklearn.ensemble import VotingClassifier
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from sklearn.model_selection import train_test_split

said("import collections.OrderedDict", list(OrderedDict(a=1).items()))
said("import functools.partial", partial(pow, 2)(5))
said("import IPython.core.magic.register_cell_magic", callable(register_cell_magic))
said("attribute IPython.core.magic.register_cell_magic", callable(magic.register_cell_magic))
said("import pathlib.Path", Path("a") / "b")
said("import sklearn.ensemble.VotingClassifier", VotingClassifier.__name__)
said("import sklearn.metrics.accuracy_score", accuracy_score([1, 0], [1, 1]))
said("import sklearn.metrics.classification_report", classification_report([0, 1], [0, 1]).split()[:4])
said("import sklearn.metrics.confusion_matrix", confusion_matrix([0, 1, 1], [0, 1, 0]).tolist())
said("import sklearn.model_selection.train_test_split", train_test_split([1, 2, 3, 4], random_state=0))

# ---- Builtins, texts, lists and dicts ----

said("attribute builtins.Exception", Exception("a").args)
said("attribute builtins.ImportError", ImportError("a").args)
said("attribute builtins.ValueError", ValueError("a").args)
said("attribute builtins.__file__", os.path.basename(__file__))
said("attribute builtins.object", kind(object()))
said("attribute builtins.property", property(len).fget is len)
said("call builtins.enumerate", list(enumerate("ab", 1)))
said("call builtins.float", float("1.5"))
said("call builtins.getattr", getattr(math, "pie", None))
said("call builtins.int", int(3.9))
said("call builtins.len", len("abc"))
said("call builtins.max", max([1, 3, 2]))
said("call builtins.min", min(4, 2))
said("call builtins.pow", pow(2, 10))
print("call builtins.print:", "several", 1.5, sep=" ", end="\n")
said("call builtins.range", list(range(0, 10, 3)))
said("call builtins.sorted", sorted({"b": 1, "a": 2}, reverse=True))
said("call builtins.str", str(1.0))
said("call builtins.zip", list(zip([1, 2], "ab")))
with open("t.txt", "w") as f:
    f.write("text\n")
said("call builtins.open", open("t.txt").read().strip())
said("call str.format", "{:.2f} {}".format(1 / 3, "x"))
said("call str.lower", "ABC".lower())
items = [1, 2]
items.append(3)
said("call list.append", items)
items.reverse()
said("call list.reverse", items)
table = {"a": 1}
table.update(b=2)
said("call dict.update", table)
said("call dict.get", table.get("c", 0))
said("call dict.items", list(table.items()))
said("call dict.values", list(table.values()))

# ---- The standard library ----

said("call collections.OrderedDict", list(collections.OrderedDict([("x", 1)])))
said("call functools.partial", functools.partial(max, 5)(3))
said("call math.ceil", math.ceil(2.1))
said("attribute os.environ", "HOME" in os.environ or kind(os.environ) != "")
said("call os.environ.get", os.environ.get("NOT_SET", "default"))
said("call os.getcwd", os.getcwd() == os.path.abspath("."))
os.makedirs("one/two", exist_ok=True)
os.mkdir("three")
said("call os.makedirs", os.path.exists("one/two"))
said("call os.mkdir", sorted(os.listdir()))
said("call os.path.abspath", os.path.abspath("/a/../b"))
said("call os.path.isdir", os.path.isdir("three"))
said("call os.path.join", os.path.join("a", "b", "c.txt"))
said("call pathlib.Path", pathlib.Path("a/b.txt").stem)
with gzip.open("g.gz", "wb") as f:
    f.write(b"packed")
said("call gzip.open", gzip.open("g.gz").read())
with open("p.pkl", "wb") as f:
    pickle.dump({"W": [1, 2]}, f, -1)
said("call pickle.dump", os.path.getsize("p.pkl") > 0)
with open("p.pkl", "rb") as f:
    said("call pickle.load", pickle.load(f))
random.seed(1)
cards = list(range(6))
random.shuffle(cards)
said("call random.shuffle", cards)
said("call shutil.copyfile", shutil.copyfile("t.txt", "u.txt"))
before = len(sys.path)
sys.path.append("..")
said("call sys.path.append", len(sys.path) - before)
said("attribute sys.modules", "os" in sys.modules)
said("attribute sys.version_info", sys.version_info >= (3, 8))
said("call time.time", time.time() > 1e9)
path, headers = urllib.request.urlretrieve("file://" + os.path.abspath("t.txt"), "v.txt")
said("call urllib.request.urlretrieve", path)
said("call packaging.version.parse", packaging.version.parse("2.1") > packaging.version.parse("2.0.5"))

# ---- numpy ----

a = np.array([[1.0, 5.0, 2.0], [4.0, 3.0, 6.0]])
said("attribute ndarray.T", a.T.tolist())
said("attribute ndarray.dtype", a.dtype)
said("attribute ndarray.ndim", a.ndim)
said("attribute ndarray.shape", a.shape)
said("attribute ndarray.size", a.size)
said("call ndarray.argmax", a.argmax())
said("keyword ndarray.argmax.axis", a.argmax(axis=1))
said("call ndarray.astype", a.astype("int32").tolist())
said("call ndarray.flatten", a.flatten())
said("keyword ndarray.mean.axis", a.mean(axis=0))
said("call ndarray.reshape", a.reshape(3, -1).shape)
said("call ndarray.round", (a / 7).round(2))
said("call ndarray.sum", a.sum())
said("keyword ndarray.sum.axis", a.sum(axis=1))
said("call ndarray.transpose", a.transpose(1, 0).shape)
said("attribute numpy.float32", np.float32(1.5))
said("attribute numpy.pi", np.pi)
said("attribute numpy.uint8", np.uint8(255))
said("call numpy.arange", np.arange(0, 1, 0.25))
said("call numpy.argmax", np.argmax(a))
said("keyword numpy.argmax.axis", np.argmax(a, axis=0))
said("call numpy.array", np.array([1, 2]))
said("keyword numpy.array.ndmin", np.array([1, 2], ndmin=2))
said("call numpy.asarray", np.asarray([1.5, 2]))
said("call numpy.concatenate", np.concatenate((a, a)).shape)
said("keyword numpy.concatenate.axis", np.concatenate([a, a], axis=1).shape)
said("call numpy.dot", np.dot(a, a.T).tolist())
said("call numpy.exp", np.exp(np.array([0.0, 1.0])))
said("call numpy.expand_dims", np.expand_dims(a, -1).shape)
said("call numpy.frombuffer", np.frombuffer(b"\x01\x02", np.uint8))
said("keyword numpy.frombuffer.offset", np.frombuffer(b"\x01\x02\x03", np.uint8, offset=1))
said("call numpy.linalg.norm", np.linalg.norm(np.array([3.0, 4.0])))
said("call numpy.linspace", np.linspace(0, 1, 5))
said("call numpy.log", np.log(np.array([1.0, 10.0])))
said("keyword numpy.max.axis", np.max(a, axis=1))
said("call numpy.maximum", np.maximum(a, 3).tolist())
said("call numpy.mean", np.mean(a))
said("keyword numpy.mean.axis", np.mean(a, axis=0))
said("call numpy.ones", np.ones(3))
said("keyword numpy.ones.shape", np.ones(shape=(2, 2)))
said("call numpy.reshape", np.reshape(a, (6, 1)).shape)
said("call numpy.sqrt", np.sqrt(a[0]))
said("call numpy.std", np.std(a))
said("keyword numpy.std.axis", np.std(a, axis=0))
said("call numpy.sum", np.sum(a))
said("keyword numpy.sum.axis", np.sum(a, axis=0))
said("keyword numpy.sum.keepdims", np.sum(a, axis=1, keepdims=True))
said("call numpy.tanh", np.tanh(0.5))
said("call numpy.transpose", np.transpose(a).shape)
said("call numpy.unique", np.unique([3, 1, 3]))
said("keyword numpy.unique.return_counts", np.unique([3, 1, 3], return_counts=True))
said("call numpy.zeros", np.zeros((2, 2)))
said("call numpy.zeros_like", np.zeros_like(a).shape)
np.random.seed(7)
said("call numpy.random.choice", np.random.choice(10, 4))
said("call numpy.random.normal", round(float(np.random.normal(0.0, 2.0)), 6))
said("keyword numpy.random.normal.size", np.random.normal(size=2).round(6))
said("call numpy.random.rand", np.random.rand(2).round(6))
said("call numpy.random.randint", np.random.randint(0, 10))
said("keyword numpy.random.randint.size", np.random.randint(0, 10, size=3))
said("call numpy.random.randn", np.random.randn(2).round(6))
said("keyword numpy.random.random.size", np.random.random(size=2).round(6))
said("call numpy.random.random_sample", np.random.random_sample(2).round(6))
said("keyword numpy.random.random_sample.size", np.random.random_sample(size=2).round(6))
order = np.arange(5)
np.random.shuffle(order)
said("call numpy.random.shuffle", order)
said("call scipy.special.expit", scipy.special.expit(0.5))

# ---- matplotlib ----

said("attribute matplotlib.pyplot.cm.binary", plt.cm.binary.name)
said("call matplotlib.pyplot.figure", kind(plt.figure()))
said("keyword matplotlib.pyplot.figure.figsize", plt.figure(figsize=(8, 4)).get_size_inches())
said("call matplotlib.pyplot.plot", len(plt.plot([1, 2, 3], [1, 4, 9], "bo")))
said("keyword matplotlib.pyplot.plot.label", plt.plot([1, 2], label="loss")[0].get_label())
said("keyword matplotlib.pyplot.plot.linewidth", plt.plot([1, 2], linewidth=2)[0].get_linewidth())
said("keyword matplotlib.pyplot.plot.markevery", len(plt.plot([1, 2, 3], marker="o", markevery=2)))
said("call matplotlib.pyplot.title", plt.title("Loss").get_text())
said("call matplotlib.pyplot.xlabel", plt.xlabel("epoch").get_text())
said("call matplotlib.pyplot.ylabel", plt.ylabel("loss").get_text())
said("call matplotlib.pyplot.xlim", tuple(float(v) for v in plt.xlim(0, 5)))
said("call matplotlib.pyplot.ylim", tuple(float(v) for v in plt.ylim(0, 1)))
said("call matplotlib.pyplot.xticks", len(plt.xticks([0, 1, 2])[0]))
said("call matplotlib.pyplot.yticks", len(plt.yticks([])[0]))
said("call matplotlib.pyplot.grid", plt.grid(True))
said("call matplotlib.pyplot.legend", [t.get_text() for t in plt.legend().get_texts()])
said("keyword matplotlib.pyplot.legend.loc", kind(plt.legend(loc="lower right")))
said("keyword matplotlib.pyplot.legend.fontsize", kind(plt.legend(fontsize=14)))
said("call matplotlib.pyplot.hlines", kind(plt.hlines(0.5, 0, 5)) != "")
said("call matplotlib.pyplot.axis", plt.axis("off") is not None)
said("call matplotlib.pyplot.tight_layout", plt.tight_layout())
said("call matplotlib.pyplot.savefig", plt.savefig("figure.png"))
said("keyword matplotlib.pyplot.savefig.dpi", plt.savefig("figure.png", dpi=100))
said("keyword matplotlib.pyplot.savefig.format", plt.savefig("figure.png", format="png"))
said("call matplotlib.pyplot.show", plt.show())
said("call matplotlib.pyplot.clf", plt.clf())
said("call matplotlib.pyplot.bar", len(plt.bar(range(3), [1, 2, 3])))
said("call matplotlib.pyplot.subplot", kind(plt.subplot(2, 2, 1)))
image = plt.imshow(np.arange(4).reshape(2, 2))
said("call matplotlib.pyplot.imshow", kind(image))
said("keyword matplotlib.pyplot.imshow.cmap", plt.imshow(a, cmap="gray").get_cmap().name)
said("call matplotlib.pyplot.colorbar", kind(plt.colorbar(image)))
said("call matplotlib.pyplot.matshow", kind(plt.matshow(a)))
fig, ax = plt.subplots()
said("call matplotlib.pyplot.subplots", kind(fig))
said("keyword matplotlib.pyplot.subplots.figsize", plt.subplots(figsize=(3, 2))[0].get_size_inches())
said("call Axes.imshow", kind(ax.imshow(a)))
said("keyword Axes.imshow.cmap", ax.imshow(a, cmap=plt.cm.binary).get_cmap().name)
said("call Axes.axis", ax.axis("off") is not None)
said("call Axes.grid", ax.grid(False))
said("call Axes.text", ax.text(0, 0, "7").get_text())
said("keyword Axes.text.fontsize", float(ax.text(0, 0, "7", fontsize=12).get_fontsize()))
said("keyword Axes.text.ha", ax.text(0, 0, "7", ha="center").get_ha())
said("keyword Axes.text.transform", ax.text(0.05, 0.05, "7", transform=ax.transAxes).get_text())
said("call Axes.set_ylabel", ax.set_ylabel("y").get_text())
ax.set_xticks([0, 1])
ax.set_yticks([0, 1])
said("call Axes.set_xticklabels", len(ax.set_xticklabels(["a", "b"])))
said("call Axes.set_yticklabels", len(ax.set_yticklabels(["c", "d"])))
said("call Axes.set_xscale", ax.set_xscale("log"))
said("call Figure.add_subplot", kind(fig.add_subplot(2, 2, 4)))
said("call Figure.subplots_adjust", fig.subplots_adjust(left=0, right=1))
said("keyword Figure.subplots_adjust.hspace", fig.subplots_adjust(hspace=0.05))
said("keyword Figure.subplots_adjust.wspace", fig.subplots_adjust(wspace=0.05))
said("call matplotlib.pyplot.rc", plt.rc("font", size=14))
said("keyword matplotlib.pyplot.rc.size", plt.rcParams["font.size"])
said("keyword matplotlib.pyplot.rc.labelsize", plt.rc("axes", labelsize=14))
said("keyword matplotlib.pyplot.rc.titlesize", plt.rc("axes", titlesize=14))
said("keyword matplotlib.pyplot.rc.fontsize", plt.rc("legend", fontsize=14))
said("call matplotlib.pyplot.close", plt.close("all"))

# ---- pandas and scikit-learn ----

said("call pandas.DataFrame", pd.DataFrame({"loss": [1.0, 0.5]}).shape)
said("attribute sklearn.__version__", sklearn.__version__ >= "1")
X, y = np.arange(20.0).reshape(10, 2), np.array([0] * 5 + [1] * 5)
ensemble = sklearn.ensemble.VotingClassifier([("one", LogisticRegression()), ("two", LogisticRegression(C=0.1))])
said("call sklearn.ensemble.VotingClassifier", type(ensemble).__name__)
said("attribute sklearn.ensemble.VotingClassifier.fit", ensemble.fit(X, y) is ensemble)
said("attribute sklearn.ensemble.VotingClassifier.predict", ensemble.predict(X)[:5].tolist())
said("call sklearn.metrics.accuracy_score", sklearn.metrics.accuracy_score(y, LogisticRegression().fit(X, y).predict(X)))
said("call sklearn.metrics.classification_report", sklearn.metrics.classification_report(y, y).split()[-1])
said("call sklearn.model_selection.train_test_split",
     [part.shape for part in sklearn.model_selection.train_test_split(X, y, test_size=0.2, random_state=1)])
