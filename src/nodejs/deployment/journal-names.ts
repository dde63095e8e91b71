/** The journal of a deployment. */
export const DEPLOYMENT = "deployment.json";

/** The journal of a boot that is not done by the deployer, in its own directory. */
export const BOOT = "boot.json";
