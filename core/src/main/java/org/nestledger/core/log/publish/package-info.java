/** Signs checkpoints of the log in the database, and publishes them with the tiles and records that they cover. */
@NullMarked
package org.nestledger.core.log.publish;

import org.jspecify.annotations.NullMarked;
