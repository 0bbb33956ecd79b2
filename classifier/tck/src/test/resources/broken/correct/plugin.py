from base import Plugin

Plugin().run()
