/**
 * JSON between Java values and bytes, with the dialect that 4.9 peers write: bare integer keys, objects as keys. Called
 * for request bodies and persisted files, never per message; stateless, any thread. Reads into the types that our code
 * names, nothing in the text can choose a class.
 */
package org.apache.rocketmq.common.json;
