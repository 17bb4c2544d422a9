using Portal.ServiceDefaults;
using Portal.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddHostDefaults();
builder.AddWeb();

var app = builder.Build();
app.UseWeb();
app.MapPages();
app.Run();
