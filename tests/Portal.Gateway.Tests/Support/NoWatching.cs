using System.Runtime.CompilerServices;

namespace Portal.Gateway.Tests.Support;

/// <summary>
/// Hundreds of hosts in one process would each watch their settings files for changes, of which the system allows few.
/// </summary>
internal static class NoWatching
{
    [ModuleInitializer]
    public static void Choose()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("ASPNETCORE_hostBuilder__reloadConfigOnChange", "false");
    }
}
