using Portal.Identity.Domain.Sessions;

namespace Portal.Identity.Features.SignIns;

/// <summary>What a step led to.</summary>
/// <param name="State">Where the sign-in stands now.</param>
/// <param name="Reference">
/// What the browser keeps from now on: the reference of the session where the sign-in is done, of the sign-in where it
/// has begun; null where the browser has it.
/// </param>
/// <param name="Device">By which the browser is known again from now on, where the sign-in is done.</param>
internal sealed record SignInProgress(
    SignInStateResponse State, SessionReference? Reference = null, SessionReference? Device = null);
