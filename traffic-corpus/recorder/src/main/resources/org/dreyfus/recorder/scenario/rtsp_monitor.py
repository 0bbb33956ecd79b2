"""A baby monitor that sends its sound over RTSP, as G.711 (RFC 3551, payload type 0)."""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

SOUND = "( audiotestsrc is-live=true wave=ticks ! mulawenc ! rtppcmupay name=pay0 pt=0 )"
Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address(sys.argv[1])
server.set_service("554")
monitor = GstRtspServer.RTSPMediaFactory()
monitor.set_launch(SOUND)
server.get_mount_points().add_factory("/monitor", monitor)
server.attach(None)
GLib.MainLoop().run()
