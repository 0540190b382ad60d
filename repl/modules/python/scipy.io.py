"""scipy.io: MATLAB's files are not read; the functions say so."""


def loadmat(file_name, *args, **kwargs):
    raise NotImplementedError(f"nnsh reads no MATLAB files ({file_name}): save the arrays as .npz with numpy.savez")


def savemat(file_name, mdict, *args, **kwargs):
    raise NotImplementedError(f"nnsh writes no MATLAB files ({file_name}): numpy.savez writes .npz")
