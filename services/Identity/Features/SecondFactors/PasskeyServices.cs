using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Identity.Domain.Agencies;
using TokenOptions = Portal.ServiceDefaults.Tokens.TokenOptions;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>
/// The framework's passkeys without the rest of its Identity: no passwords, no cookies, no tables of its own.
/// </summary>
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
        services.AddScoped<IPasskeyHandler<StaffMember>>(provider => HandlerOf(provider, verification: "preferred"));
        services.AddKeyedScoped<IPasskeyHandler<StaffMember>>(
            PasskeyManager.Alone, (provider, _) => HandlerOf(provider, verification: "required"));
        services.AddScoped<PasskeyManager>();
    }

    private static PasskeyHandler<StaffMember> HandlerOf(IServiceProvider provider, string verification)
    {
        // The portal's public address, never what a request calls its host.
        var issuer = provider.GetRequiredService<IOptions<TokenOptions>>().Value.Issuer;
        return new PasskeyHandler<StaffMember>(
            provider.GetRequiredService<UserManager<StaffMember>>(),
            Options.Create(new IdentityPasskeyOptions
            {
                ServerDomain = new Uri(issuer).Host,
                ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == issuer),
                UserVerificationRequirement = verification,
                ResidentKeyRequirement = "preferred",
                AttestationConveyancePreference = "none",
            }));
    }
}
