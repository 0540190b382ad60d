# colorsys: the same colours in four systems.
import colorsys
for f in ('rgb_to_hsv','rgb_to_hls','rgb_to_yiq','hsv_to_rgb','hls_to_rgb','yiq_to_rgb'):
    print(f, getattr(colorsys,f)(.2,.4,.6), getattr(colorsys,f)(.5,.5,.5), getattr(colorsys,f)(.9,.1,.3))
