// Answers a form's question with a passkey (Web Authentication, Level 3) and sends the form.
const passkeyForm = document.querySelector("form[data-passkey]");

function failureOf(error) {
  switch (error.name) {
    case "InvalidStateError":
      return "This device has a passkey for you already.";
    case "NotAllowedError":
    case "AbortError":
      return "Nothing was confirmed. Try again when you are ready.";
    default:
      return "This browser could not use a passkey here.";
  }
}

if (passkeyForm && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  const options = JSON.parse(passkeyForm.dataset.options);
  const said = passkeyForm.querySelector("[data-passkey-said]");
  passkeyForm.hidden = false;
  passkeyForm.addEventListener("submit", async (event) => {
    // Sent by hand below, so that the answer is in it.
    event.preventDefault();
    event.stopPropagation();
    said.textContent = "";
    try {
      const credential =
        passkeyForm.dataset.passkey === "create"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      passkeyForm.querySelector("[data-passkey-answer]").value = JSON.stringify(credential);
      passkeyForm.submit();
    } catch (error) {
      said.textContent = failureOf(error);
    }
  });
}
