using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Checks an access token that came in no Authorization header, just as one that did.</summary>
internal sealed class TokenValidator(AccessTokenHandler handler, IOptionsMonitor<JwtBearerOptions> bearer)
{
    /// <summary>How far the clocks of issuer and service may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public async Task<TokenOutcome> ValidateAsync(string text)
    {
        var parameters = bearer.Get(JwtBearerDefaults.AuthenticationScheme).TokenValidationParameters;
        var result = await handler.ValidateTokenAsync(text, parameters);
        return result.Exception switch
        {
            null => new TokenOutcome.Accepted(result.ClaimsIdentity),
            KeySetUnavailableException => new TokenOutcome.KeysUnavailable(),
            var refused => new TokenOutcome.Refused(refused.Message),
        };
    }
}
