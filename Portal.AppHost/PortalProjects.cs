using System.Reflection;

namespace Portal.AppHost;

/// <summary>How the portal's own programs are run.</summary>
internal static class PortalProjects
{
    private static readonly string Configuration =
        typeof(PortalProjects).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>
    /// Adds a project that is run as it was built, or as it was published where a folder is named. Aspire would start
    /// <c>dotnet run</c> with the service below it: 120 MB more each, and a kill would hit the wrong one of the two.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddBuiltProject<TProject>(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string? published, bool dashboard)
        where TProject : IProjectMetadata, new()
    {
        var source = new TProject().ProjectPath;
        var program = Path.GetFileNameWithoutExtension(source);
        var folder = Path.GetDirectoryName(source)!;
        return builder.AddProject<TProject>(name, launchProfileName: null)
            .WithAnnotation(new ExecutableAnnotation
            {
                Command = published is null
                    ? Path.Combine(folder, "bin", Configuration, "net10.0", program)
                    : Path.Combine(published, program, program),
                WorkingDirectory = published is null ? folder : Path.Combine(published, program),
            })
            // All is plain HTTP on loopback; without this the dashboard greets with a red banner about a missing
            // certificate.
            .WithoutHttpsCertificate()
            // The host's own is not handed on; without it a service runs in Production.
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
            .WithEnvironment(context => AdjustTelemetry(context, dashboard));
    }

    // Where no dashboard listens nothing is measured; where it does, Aspire's intervals of a second cost seven
    // processes more than anybody sees of it. Milliseconds.
    private static void AdjustTelemetry(EnvironmentCallbackContext context, bool dashboard)
    {
        if (dashboard)
        {
            context.EnvironmentVariables["OTEL_METRIC_EXPORT_INTERVAL"] = "15000";
            context.EnvironmentVariables["OTEL_BSP_SCHEDULE_DELAY"] = "5000";
            context.EnvironmentVariables["OTEL_BLRP_SCHEDULE_DELAY"] = "5000";
        }
        else
        {
            context.EnvironmentVariables.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        }
    }
}
