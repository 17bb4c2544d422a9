using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Portal.ServiceDefaults.Telemetry;

/// <summary>
/// What is logged where nobody asked for more. The framework tells each request by its address, and an address can hold
/// what was searched for or a verification code.
/// </summary>
internal static class LogLevels
{
    /// <summary>
    /// Adds them below every other source, so that any setting of <c>Logging:LogLevel</c> counts before them.
    /// </summary>
    public static void AddLogLevels(
        this IHostApplicationBuilder builder) => builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
                // The caller logs a call that no attempt made good; an attempt on the way is no error of its own.
                ["Logging:LogLevel:Polly"] = "None",
                ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
                ["Logging:LogLevel:Yarp"] = "Warning",
            },
        });
}
