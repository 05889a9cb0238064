/** Events, commands, decisions, the journal rules, and the log that keeps the events. */
@NullMarked
package org.nestledger.core;

import org.jspecify.annotations.NullMarked;
