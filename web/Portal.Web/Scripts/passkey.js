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

// What to ask lies on the page, or at an address that is asked once it is needed.
async function questionOf({ options, optionsFrom }) {
  if (options) {
    return JSON.parse(options);
  }
  const answer = await fetch(optionsFrom, { method: "POST", headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`No question: ${answer.status}`);
  }
  return answer.json();
}

if (passkeyForm && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  const said = passkeyForm.querySelector("[data-passkey-said]");
  passkeyForm.hidden = false;
  passkeyForm.addEventListener("submit", async (event) => {
    // Sent by hand below, so that the answer is in it.
    event.preventDefault();
    event.stopPropagation();
    said.textContent = "";
    try {
      const options = await questionOf(passkeyForm.dataset);
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
