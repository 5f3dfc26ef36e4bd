using System.Text;
using NlOpt.Cli;
using NlOpt.Pipeline.Tests.Commands;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>Runs <c>nlopt chat</c> on scripted lines, with everything real but the clock and the folder of conversations.</summary>
internal static class ChatRun
{
    /// <summary>A furniture shop, told piece by piece, up to the summary.</summary>
    public static readonly string[] Furniture =
    [
        "chairs and tables",
        "I want to make as much profit as possible",
        "$20 for a chair and $60 for a table",
        "we have at most 40 hours of carpentry",
        "2 hours for a chair and 5 hours for a table",
        "at least 4 chairs",
        "no, that is all",
    ];

    /// <summary>The engines with a folder of their own.</summary>
    public static Engines Engines(string? folder) => CommandRun.Real with { ChatFolder = folder, Clock = new FixedClock() };

    /// <summary>Runs a conversation.</summary>
    /// <param name="folder">The folder of conversations; null for none.</param>
    /// <param name="lines">What is typed.</param>
    /// <param name="options">Options of the command.</param>
    public static CommandRun Of(string? folder, IEnumerable<string> lines, params string[] options) =>
        CommandRun.With(Engines(folder), string.Concat(lines.Select(line => line + "\n")), ["chat", .. options]);

    /// <summary>Runs a conversation on bytes.</summary>
    public static CommandRun OfBytes(string? folder, byte[] input, CancellationToken cancellationToken = default) =>
        CommandRun.With(Engines(folder), input, ["chat"], color: false, cancellationToken);

    /// <summary>Runs a conversation whose input is read from a stream, with prompts.</summary>
    public static CommandRun Typed(string? folder, Func<Stream> openInput, CancellationToken cancellationToken, bool color = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(Terminal.Create(output, color), Terminal.Create(error, color), openInput, ShowsProgress: false) { IsConversation = true };
        var exitCode = new CommandLine(terminal, Engines(folder)).Run(["chat"], cancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Typed lines as a stream.</summary>
    public static Stream Stream(IEnumerable<string> lines) => new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 5, 17, 9, 30, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
