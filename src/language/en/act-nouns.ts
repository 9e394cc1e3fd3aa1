/**
 * Nouns that name what is done: made of verbs, or like them. What they name can be proposed, backed or ruled out; a nation,
 * a memorial or an apartment cannot, though it ends as they do. Nouns of triggers and of attitudes are told by their
 * own lexicons. Data only.
 */

export const actNouns = `support backing action appearance declaration abandonment abduction abolition abortion absorption abuse acceptance accession acquisition acquittal adaptation addition adjournment adjustment
  admission adoption advancement advertisement aggression alignment allocation alteration amalgamation amendment amputation annexation annulment
  application appointment appraisal apprehension approval arbitration arraignment arrangement arrival arson assassination assessment assignment assistance
  attendance auction audit authorisation authorization award bailout ban bombardment boycott breach cancellation cap cease ceasefire celebration
  censure cessation change charge clearance closure coercion collaboration collection colonisation colonization commission commitment
  compensation competition completion compromise concealment concession condemnation confinement confirmation confiscation confrontation conscription
  consecration conservation consolidation construction consultation consumption containment continuation contribution conversion conveyance
  cooperation coordination correction creation cremation crossing curfew curtailment cut dam decommissioning decoupling decriminalisation
  decriminalization deduction defection defence defense deferral defiance delay delivery demarcation demolition departure deployment deposit
  deportation deregulation designation destruction detention devaluation development devolution dialogue diplomacy disarmament disbandment disbursement
  discharge discipline disclosure disconnection discontinuation discrimination disengagement dismantlement dismissal dispatch displacement disposal
  disqualification disruption dissolution distribution diversion divestment division donation drawdown drilling drop duty ejection election elimination
  embargo embezzlement employment encroachment endorsement enforcement engagement enlargement enrichment enrolment entry eradication escalation
  espionage establishment evacuation evaluation eviction examination exchange exclusion execution exemption exhumation exile exit expansion expenditure experiment
  exploitation exploration export exposure expropriation expulsion extension extermination extinction extortion extraction extradition fee festival
  financing foreclosure formation foundation freeze funding handling harassment harvest hiring hunting imposition imprisonment impeachment implementation
  import imprisonment inauguration incarceration inclusion incorporation incursion indictment infiltration influx initiation injection inquiry insertion
  inspection installation instigation insurrection integration intensification interception interference interrogation intervention intimidation
  introduction invasion investigation investment involvement isolation issuance journey judgment judgement jury launch launching law layoff leakage leave levy liberation
  licence licensing lifting limit limitation line liquidation listing litigation lobbying lockdown lockout logging maintenance management manipulation
  manufacture march massacre mediation medication merger migration mine mining mobilisation mobilization modification monitoring moratorium move
  murder negotiation nomination normalisation notification obstruction occupation offensive operation opposition oppression ordination ouster outreach
  overhaul overthrow pardon participation partition passage patrol pause payment penetration performance permission persecution pipeline placement planting
  poaching pollution possession posting postponement preparation presence presentation preservation prevention privatisation privatization probe procedure
  procurement production progression prohibition proliferation promotion prosecution prospecting prostitution protection protest provision provocation
  publication pull pullout punishment purchase purge push quarantine quota raid raise ransom ratification rationing reallocation rearmament rebellion recall
  recognition reconciliation reconstruction recount recruitment rectification redeployment redistribution redress reduction referendum referral
  reform refurbishment refusal registration regulation rehabilitation reimbursement reinforcement reinstatement rejection relaxation release relief relocation
  removal renegotiation renewal renovation renunciation reopening reorganisation reorganization repair repatriation repayment repeal replacement
  representation repression reprieve reprisal requisition rescue reshuffle resettlement resignation resistance restitution restoration restraint
  restriction restructuring resumption retaliation retention retirement retraction retreat return reunification revaluation reversal review revision
  revocation ride rise rollback rollout rotation sabotage sale sanction search secession secondment segregation seizure selection separation settlement
  shift shipment shooting shutdown siege smuggling spending staging statehood stay sterilisation sterilization stockpiling stoppage storage strike subsidy submission
  subsidisation subsidization substitution succession supervision supply suppression surge surrender surveillance suspension swap switch takeover tariff tax taxation
  term termination testing theft torture trade trading trafficking training transaction transfer transformation transit transition translation transmission
  transplantation transport transportation treatment trial troop troops unification union usage use utilisation utilization vaccination vaccine
  validation vandalism verification veto violation violence visit voting waiver walkout withdrawal withholding accreditation adjudication aid airdrop airlift
  alliance intrusion rapprochement independence autonomy annexing partnership membership accord immigration emigration amnesty euthanasia cloning fracking
  whaling drone detainment disinvestment sequestration nationalisation nationalization legalisation legalization`;

/** Nouns in -ing of things, times and kin, and of what is felt or thought: doing no more than their like in other endings. */
export const plainNounsInIng =
  "building morning evening thing king ring wing string spring ceiling clothing feeling meaning sibling earring being wedding sterling wording finding reading understanding blessing bearing offspring pudding saving earning belonging surrounding setting background standing painting drawing housing shilling sling swing";
