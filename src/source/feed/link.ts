/** Addresses in listings: made absolute, http(s) only; and without what only counts readers, for telling them apart. */

/** Longer ones are no address of an article; browsers and servers stop near here. */
const maxLength = 8192;

/** An absolute http(s) address as given (`written` may be relative to `base`); undefined for anything else. */
export function addressOf(written: string | undefined, base?: string): string | undefined {
  if (written === undefined || written === "" || written.length > maxLength) return undefined;
  let url: URL;
  try {
    url = new URL(written, base);
  } catch {
    return undefined;
  }
  if ((url.protocol !== "http:" && url.protocol !== "https:") || url.href.length > maxLength)
    return undefined;
  // Passwords in links are never followed: they name somebody.
  if (url.username !== "" || url.password !== "") return undefined;
  return url.href;
}

/** Parameters that say where a reader came from, as the services that add them name them. */
const tracking = new Set(
  "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_id vero_conv _hsenc _hsmi __hstc __hssc __hsfp hsctatracking s_cid ncid cmpid icid ito ocid ftag at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor wt.mc_id wt_mc wt.tsrc _ga _gl guccounter guce_referrer guce_referrer_sig spm scid smid smtyp srnd sref taid traffic_source ref_src ref_url feedtype feedname rss rssfeed cid_rss".split(
    " ",
  ),
);
const trackingPrefixes = ["utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "stm_"];

/**
 * An address without tracking parameters, fragment and default decorations: equal for what is the same page.
 * For comparing only; the address as given is what is fetched. A fragment that is a path of its own ("#!/a") stays.
 */
export function bareAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (!url.hash.startsWith("#!") && !url.hash.startsWith("#/")) url.hash = "";
  if (url.search !== "") {
    // Kept as written where nothing is dropped: a parameter's spelling may matter.
    const kept = url.search
      .slice(1)
      .split("&")
      .filter((part) => part !== "" && !isTracking(part.split("=", 1)[0]!));
    url.search = kept.length === 0 ? "" : `?${kept.join("&")}`;
  }
  return url.href;
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return tracking.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix));
}

/** The host's name as people know it. */
export function hostOf(address: string): string | undefined {
  try {
    return new URL(address).hostname.replace(/^www\d?\./, "");
  } catch {
    return undefined;
  }
}
