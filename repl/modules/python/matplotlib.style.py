"""matplotlib.style: styles by name. Colours of the cycle and the grid are taken from them."""
import matplotlib

_CYCLES = {
    'ggplot': ['#E24A33', '#348ABD', '#988ED5', '#777777', '#FBC15E', '#8EBA42', '#FFB5B8'],
    'fivethirtyeight': ['#008fd5', '#fc4f30', '#e5ae38', '#6d904f', '#8b8b8b', '#810f7c'],
    'bmh': ['#348ABD', '#A60628', '#7A68A6', '#467821', '#D55E00', '#CC79A7', '#56B4E9', '#009E73', '#F0E442',
            '#0072B2'],
    'dark_background': ['#8dd3c7', '#feffb3', '#bfbbd9', '#fa8174', '#81b1d2', '#fdb462', '#b3de69', '#bc82bd',
                        '#ccebc4',
                        '#ffed6f'],
    'grayscale': ['0.00', '0.40', '0.60', '0.70'],
    'Solarize_Light2': ['#268BD2', '#2AA198', '#859900', '#B58900', '#CB4B16', '#DC322F', '#D33682', '#6C71C4'],
    'tableau-colorblind10': ['#006BA4', '#FF800E', '#ABABAB', '#595959', '#5F9ED1', '#C85200', '#898989', '#A2C8EC',
                             '#FFBC79', '#CFCFCF'],
    'seaborn-v0_8-colorblind': ['#0072B2', '#009E73', '#D55E00', '#CC79A7', '#F0E442', '#56B4E9'],
    'seaborn-v0_8-deep': ['#4C72B0', '#55A868', '#C44E52', '#8172B2', '#CCB974', '#64B5CD'],
    'seaborn-v0_8-muted': ['#4878CF', '#6ACC65', '#D65F5F', '#B47CC7', '#C4AD66', '#77BEDB'],
    'seaborn-v0_8-bright': ['#003FFF', '#03ED3A', '#E8000B', '#8A2BE2', '#FFC400', '#00D7FF'],
    'seaborn-v0_8-dark-palette': ['#001C7F', '#017517', '#8C0900', '#7600A1', '#B8860B', '#006374'],
    'seaborn-v0_8-pastel': ['#92C6FF', '#97F0AA', '#FF9F9A', '#D0BBFF', '#FFFEA3', '#B0E0E6'],
}
_GRIDS = ('ggplot', 'fivethirtyeight', 'bmh', 'dark_background', 'Solarize_Light2', 'seaborn-v0_8',
          'seaborn-v0_8-darkgrid', 'seaborn-v0_8-whitegrid')
_OTHERS = ('_classic_test_patch', '_mpl-gallery', '_mpl-gallery-nogrid', 'classic', 'fast', 'petroff10', 'petroff6',
           'petroff8', 'seaborn-v0_8', 'seaborn-v0_8-dark', 'seaborn-v0_8-darkgrid', 'seaborn-v0_8-notebook',
           'seaborn-v0_8-paper', 'seaborn-v0_8-poster', 'seaborn-v0_8-talk', 'seaborn-v0_8-ticks', 'seaborn-v0_8-white',
           'seaborn-v0_8-whitegrid')
available = sorted(list(_CYCLES) + [each for each in _OTHERS if not each.startswith('_')])


def use(style):
    """Takes colours and the grid from a style, a list of styles, or a dict of settings."""
    styles = [style] if isinstance(style, (str, dict)) else list(style)
    from matplotlib._rc import cycler
    for each in styles:
        if isinstance(each, dict):
            matplotlib.rcParams.update(each)
            continue
        if each == 'default':
            matplotlib.rcdefaults()
            continue
        if each not in available and each not in _OTHERS:
            raise OSError(f"{each!r} is not a valid package style, path of style file, URL of style file, or library "
                          f"style "
                          "name (library styles are listed in `style.available`)")
        if each in _CYCLES:
            matplotlib.rcParams['axes.prop_cycle'] = cycler(color=_CYCLES[each])
        if each in _GRIDS:
            matplotlib.rcParams['axes.grid'] = True


class context(matplotlib.rc_context):
    """with style.context('ggplot'): a style that holds inside."""

    def __init__(self, style, after_reset=False):
        matplotlib.rc_context.__init__(self)
        use(style)


def reload_library():
    pass


library = {each: {} for each in available}
