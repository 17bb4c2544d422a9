using System.Reflection;
using Portal.Persistence;

// dotnet-ef asks this host for the contexts of the project that PORTAL_MIGRATED_PROJECT names. It never connects.
var builder = WebApplication.CreateBuilder(args);
var project = Environment.GetEnvironmentVariable("PORTAL_MIGRATED_PROJECT")
    ?? throw new InvalidOperationException("Run eng/add-migration.sh, which names the project.");
builder.Configuration["ConnectionStrings:design"] = "Host=localhost;Database=design";

var add = ((Action<WebApplicationBuilder>)Contexts.Add<PortalDb>).Method.GetGenericMethodDefinition();
var contexts = Assembly.Load(Path.GetFileNameWithoutExtension(project)).GetTypes()
    .Where(type => type.IsSubclassOf(typeof(PortalDb)) && !type.IsAbstract && !type.IsGenericTypeDefinition);
foreach (var context in contexts)
{
    add.MakeGenericMethod(context).Invoke(null, [builder]);
}

builder.Build();

/// <summary>Adds a context whose type is known only when it runs.</summary>
internal static class Contexts
{
    public static void Add<TContext>(WebApplicationBuilder builder)
        where TContext : PortalDb => builder.AddPortalDatabase<TContext>("design");
}
