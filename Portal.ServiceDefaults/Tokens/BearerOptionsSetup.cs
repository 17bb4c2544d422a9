using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>How bearer tokens are checked: ES256 alone, with the issuer's keys, for this API, in their time.</summary>
internal sealed class BearerOptionsSetup(
    AccessTokenHandler handler, KeyRing keys, IOptions<TokenOptions> portal, TimeProvider time)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name == JwtBearerDefaults.AuthenticationScheme)
        {
            Configure(options);
        }
    }

    public void Configure(JwtBearerOptions options)
    {
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(handler);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = portal.Value.Issuer,
            ValidAudience = TokenOptions.Audience,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
            ClockSkew = TokenValidator.Skew,
            LifetimeValidator = TokenLifetime.By(time),
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = BearerAnswers.ReadAsync,
            OnChallenge = BearerAnswers.ChallengeAsync,
            OnForbidden = BearerAnswers.ForbidAsync,
        };
    }
}
