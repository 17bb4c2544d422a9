using Microsoft.Extensions.DependencyInjection;

namespace Portal.ServiceDefaults.Secrets;

/// <summary>Adds what protects one-time codes on their way.</summary>
public static class CodeProtectionExtensions
{
    /// <summary>
    /// Adds <see cref="SealedText"/> under <c>CodeProtection__Key</c>; without a key the service does not start.
    /// </summary>
    public static IServiceCollection AddCodeProtection(this IServiceCollection services)
    {
        services.AddOptions<CodeProtectionOptions>()
            .BindConfiguration(CodeProtectionOptions.Section)
            .Validate(
                options => options.ReadKey() is not null,
                "Set CodeProtection__Key to 32 random bytes in base64 (openssl rand -base64 32), the same for "
                + "Identity and Notification; "
                + "it encrypts the one-time codes that go from one to the other.")
            .ValidateOnStart();
        return services.AddSingleton<SealedText>();
    }
}
