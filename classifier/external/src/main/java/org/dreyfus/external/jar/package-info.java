/** Java plugins in jars of their own: loads them so that they see the contract and nothing else. */
@NullMarked
package org.dreyfus.external.jar;

import org.jspecify.annotations.NullMarked;
