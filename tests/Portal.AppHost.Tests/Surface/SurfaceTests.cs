using System.Reflection;
using Aspire.Hosting;

namespace Portal.AppHost.Tests.Surface;

public sealed class SurfaceTests
{
    /// <summary>
    /// surface.txt lists signatures of .NET Aspire 13; what the native host offers beyond them would let AppHost.cs be
    /// written so that it no longer runs on Aspire.
    /// </summary>
    [Fact]
    public void Every_public_signature_of_the_native_host_is_one_of_Aspires()
    {
        var native = Signatures.Of(typeof(DistributedApplication).Assembly, "Aspire.");

        Assert.Equal(Listed(), native);
    }

    private static string[] Listed()
    {
        using var list = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("surface.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
