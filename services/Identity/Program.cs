using Portal.Identity;
using Portal.Identity.Keys;
using Portal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdentityServices();

var app = builder.Build();
if (args is [RotateKeysCommand.Name])
{
    await RotateKeysCommand.RunAsync(app.Services, Console.Out, CancellationToken.None);
    return;
}

app.UseServiceDefaults();
app.MapIdentityApi();
await app.RunAsync();
