using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>A token is not to be trusted; the message says why, in words that are safe to show.</summary>
[SuppressMessage("Design", "CA1032", Justification = "There is always a reason to tell.")]
internal sealed class TokenRefusedException(string reason) : SecurityTokenValidationException(reason);
