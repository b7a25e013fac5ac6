// What the pages' scripts say, in the language of the page.

const en = {
  noAnswer: "The server does not answer. Check your connection and try again.",
  trouble: "The server cannot do this right now. Please try again in a moment.",
  moment: "One moment …",
  incomplete: "The link is incomplete. Please open it from the mail once more.",
  verified: "Your e-mail address is verified. You can close this page and sign in.",
  askVerification: "Please ask for a new verification mail.",
  confirmed: "This is your e-mail address now. You can close this page; sign in with it from now on.",
  askChange: "Please ask for the change once more.",
  tooShort: "At least 8 characters, please",
  differ: "The two passwords differ",
  passwordChanged: "Your password is changed. You can close this page and sign in with the new one.",
  askReset: "Please ask for a new mail to reset the password.",
  linking: "Linking your account",
  notBegun: "This was not begun in this window, or was finished already. Nothing has changed. Please begin again.",
  halfAnswer: "The provider’s answer is incomplete. Please begin again.",
  declined: "You declined, or the provider did. Nothing has changed.",
  providerRefused: (word) => `The provider could not sign you in${word}. Please try again, or sign in another way.`,
  beginAgain: "Please begin again.",
  noCookies: "This server is not reached over https, so this browser cannot be kept signed in here.",
  noPasskey: "The passkey was not used.",
  needed: "Please fill this in",
  roles: { owner: "an owner", admin: "an administrator", member: "a member" },
  joined: (tenant) => `You have joined ${tenant}. You can close this page.`,
  refusedIt: "You have declined the invitation. You can close this page.",
  askInvitation: "Please ask whoever invited you for a new invitation.",
  ofServer: {},
};

const de = {
  noAnswer: "Der Server antwortet nicht. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  trouble: "Der Server kann das gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
  moment: "Einen Augenblick …",
  incomplete: "Der Link ist unvollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail.",
  verified: "Ihre E-Mail-Adresse ist bestätigt. Sie können diese Seite schließen und sich anmelden.",
  askVerification: "Bitte fordern Sie eine neue E-Mail zur Bestätigung an.",
  confirmed: "Das ist jetzt Ihre E-Mail-Adresse. Sie können diese Seite schließen; melden Sie sich von nun an mit ihr an.",
  askChange: "Bitte fordern Sie die Änderung noch einmal an.",
  tooShort: "Bitte mindestens 8 Zeichen",
  differ: "Die beiden Passwörter sind verschieden",
  passwordChanged: "Ihr Passwort ist geändert. Sie können diese Seite schließen und sich mit dem neuen anmelden.",
  askReset: "Bitte fordern Sie eine neue E-Mail an, um das Passwort zurückzusetzen.",
  linking: "Ihr Konto wird verknüpft",
  notBegun:
    "Das wurde nicht in diesem Fenster begonnen, oder es ist schon erledigt. Nichts hat sich geändert. Bitte beginnen Sie von vorn.",
  halfAnswer: "Die Antwort des Anbieters ist unvollständig. Bitte beginnen Sie von vorn.",
  declined: "Sie haben abgelehnt, oder der Anbieter hat es getan. Nichts hat sich geändert.",
  providerRefused: (word) =>
    `Der Anbieter konnte Sie nicht anmelden${word}. Bitte versuchen Sie es noch einmal, oder melden Sie sich anders an.`,
  beginAgain: "Bitte beginnen Sie von vorn.",
  noCookies: "Dieser Server ist nicht über https zu erreichen; deshalb kann dieser Browser hier nicht angemeldet bleiben.",
  noPasskey: "Der Passkey wurde nicht benutzt.",
  needed: "Bitte füllen Sie das aus",
  roles: { owner: "Inhaber", admin: "Administrator", member: "Mitglied" },
  joined: (tenant) => `Sie sind ${tenant} beigetreten. Sie können diese Seite schließen.`,
  refusedIt: "Sie haben die Einladung abgelehnt. Sie können diese Seite schließen.",
  askInvitation: "Bitte lassen Sie sich noch einmal einladen.",
  // What the API says in English.
  ofServer: {
    "The link is invalid or has expired": "Der Link ist ungültig oder abgelaufen",
    "Email already in use": "Diese E-Mail-Adresse ist schon vergeben",
    "Too many attempts, try again later": "Zu viele Versuche; bitte versuchen Sie es später noch einmal",
    "Password is too weak": "Dieses Passwort ist zu leicht zu erraten",
    "Password appeared in a data breach": "Dieses Passwort ist aus einem Datenleck bekannt",
    "Too short": "Das ist zu kurz",
    "Too long": "Das ist zu lang",
    "Contains invalid characters": "Darin steht ein Zeichen, das nicht erlaubt ist",
    "Passwords do not match": "Die beiden Passwörter sind verschieden",
    "The code is wrong, or the sign-in took too long": "Der Code ist falsch, oder die Anmeldung hat zu lange gedauert",
    "The provider did not confirm the sign-in": "Der Anbieter hat die Anmeldung nicht bestätigt",
    "An account with this address exists; sign in to it first":
      "Es gibt ein Konto mit dieser Adresse; melden Sie sich zuerst dort an",
    "This account is linked already": "Dieses Konto ist schon verknüpft",
    "The passkey could not be verified": "Der Passkey ließ sich nicht prüfen",
    "Authentication required": "Bitte melden Sie sich zuerst an",
    "Invalid credentials": "Die Anmeldung stimmt nicht",
    "Tenant account is suspended or inactive": "Das Konto der Firma ist gesperrt oder nicht aktiv",
    "This invitation is for another account: sign out first":
      "Diese Einladung ist für ein anderes Konto: Melden Sie sich zuerst ab",
    "Already a member of this tenant": "Sie sind dort schon Mitglied",
    "Registration is by invitation": "Neue Konten gibt es hier nur durch Einladung derer, die diesen Server betreiben",
    "This account is disabled": "Dieses Konto ist gesperrt",
    "Validation failed": "Die Angaben lassen sich nicht verwenden",
  },
};

export const words = { en, de }[document.documentElement.lang] ?? en;

/** What the API says, in the language of the page where it is known there. */
export function ofServer(message) {
  return words.ofServer[message] ?? message;
}
