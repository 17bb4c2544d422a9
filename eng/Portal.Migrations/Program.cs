using System.Reflection;
using Portal.Persistence;

// dotnet-ef asks this host for the contexts of the project that PORTAL_MIGRATED_PROJECT names. It never connects.
var builder = WebApplication.CreateBuilder(args);
var project = Environment.GetEnvironmentVariable("PORTAL_MIGRATED_PROJECT")
    ?? throw new InvalidOperationException("Run eng/add-migration.sh, which names the project.");
builder.Configuration["ConnectionStrings:design"] = "Host=localhost;Database=design";

var add = typeof(PortalDatabaseExtensions).GetMethod(nameof(PortalDatabaseExtensions.AddPortalDatabase))!;
var contexts = Assembly.Load(Path.GetFileNameWithoutExtension(project)).GetTypes()
    .Where(type => type.IsSubclassOf(typeof(PortalDb)) && !type.IsAbstract && !type.IsGenericTypeDefinition);
foreach (var context in contexts)
{
    add.MakeGenericMethod(context).Invoke(null, [builder, "design", null]);
}

builder.Build();
