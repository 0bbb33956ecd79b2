/** The web: downloads, uploads, video, WebSocket. */
@NullMarked
package org.dreyfus.recorder.scenario.web;

import org.jspecify.annotations.NullMarked;
