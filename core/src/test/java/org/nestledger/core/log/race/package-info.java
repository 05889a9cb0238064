/** Many deciders on one log at once, and a check of what they were told. It works on any storage engine. */
@NullMarked
package org.nestledger.core.log.race;

import org.jspecify.annotations.NullMarked;
