using Portal.ServiceDefaults;
using Portal.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults();
builder.AddWebServices();

var app = builder.Build();
app.UseWebPages();
app.MapPages();
await app.RunAsync();
