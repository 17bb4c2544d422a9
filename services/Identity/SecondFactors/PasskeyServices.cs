using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Agencies;
using TokenOptions = Portal.ServiceDefaults.Tokens.TokenOptions;

namespace Portal.Identity.SecondFactors;

/// <summary>The framework's passkeys without the rest of its Identity: no passwords, no cookies, no tables of its own.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IUserStore<StaffMember>, StaffPasskeyStore>();
        services.AddScoped(provider => new UserManager<StaffMember>(
            provider.GetRequiredService<IUserStore<StaffMember>>(),
            Options.Create(new IdentityOptions()),
            new PasswordHasher<StaffMember>(),
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            provider,
            provider.GetRequiredService<ILogger<UserManager<StaffMember>>>()));
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<TokenOptions>>((passkeys, portal) =>
        {
            // The portal's public address, never what a request calls its host.
            var issuer = portal.Value.Issuer;
            passkeys.ServerDomain = new Uri(issuer).Host;
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == issuer);
            passkeys.UserVerificationRequirement = "preferred";
            passkeys.ResidentKeyRequirement = "discouraged";
            passkeys.AttestationConveyancePreference = "none";
        });
        services.AddScoped<PasskeyBook>();
    }
}
