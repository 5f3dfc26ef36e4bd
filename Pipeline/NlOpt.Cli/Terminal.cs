using System.Text;
using Spectre.Console;

namespace NlOpt.Cli;

/// <summary>Where a command reads and writes. Answers go to <see cref="Output"/>; progress and complaints to <see cref="Error"/>.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OpenInput">Opens standard input.</param>
/// <param name="ShowsProgress">True when a person watches standard error, so that a line may be overwritten.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Error, Func<Stream> OpenInput, bool ShowsProgress)
{
    private const int PlainWidth = 80;
    private const int SmallestWidth = 40;
    private const int LargestWidth = 100;

    /// <summary>True when a person types and reads, so that prompts are drawn.</summary>
    public bool IsConversation { get; init; }

    /// <summary>For text that is an answer as it stands: models, JSON.</summary>
    public TextWriter Writer => Output.Profile.Out.Writer;

    /// <summary>For complaints and progress.</summary>
    public TextWriter ErrorWriter => Error.Profile.Out.Writer;

    /// <summary>The terminal of this process. Standard output is buffered; <see cref="TextWriter.Flush"/> it at the end.</summary>
    public static Terminal OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 16384);
        var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
        var wantsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(
            Create(output, wantsColor && !Console.IsOutputRedirected, Width(Console.IsOutputRedirected)),
            Create(error, wantsColor && !Console.IsErrorRedirected, Width(Console.IsErrorRedirected)),
            Console.OpenStandardInput,
            !Console.IsErrorRedirected)
        {
            IsConversation = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        };
    }

    /// <summary>A console on a writer.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool color, int width = PlainWidth)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int Width(bool isRedirected)
    {
        if (isRedirected) return PlainWidth;
        try
        {
            // Some terminals do not know their width and say 0.
            return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, SmallestWidth, LargestWidth) : PlainWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
