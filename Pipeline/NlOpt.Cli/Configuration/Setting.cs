using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NlOpt.Cli.Configuration;

/// <summary>One thing that can be configured: by <c>nlopt config</c>, or by a variable of the environment, which wins.</summary>
/// <param name="Key">Its name, such as <c>model.address</c>.</param>
/// <param name="Description">What it is, in a line.</param>
/// <param name="Expected">What its values look like, for messages.</param>
/// <param name="IsAllowed">Whether a value makes sense.</param>
internal sealed partial record Setting(string Key, string Description, string Expected, Func<string, bool> IsAllowed)
{
    /// <summary>Whose protocol the model speaks.</summary>
    public static Setting Provider { get; } = new(
        "model.provider",
        "openai (also every server that speaks like it) or anthropic",
        "openai or anthropic",
        value => value is "openai" or "anthropic");

    /// <summary>The model.</summary>
    public static Setting Name { get; } = new(
        "model.name", "the model, in the provider's words", "a name without blanks", value => NameShape().IsMatch(value));

    /// <summary>Where the server is.</summary>
    public static Setting Address { get; } = new(
        "model.address",
        "where the server is; the provider's own when left out",
        "an address such as http://localhost:11434/v1, without a key",
        IsAddress);

    /// <summary>Which variable of the environment holds the key.</summary>
    public static Setting KeyVariable { get; } = new(
        "model.key-variable",
        "the variable of the environment that holds the key",
        "the name of a variable, in capitals; never the key itself",
        value => VariableShape().IsMatch(value));

    /// <summary>Seconds to wait.</summary>
    public static Setting Timeout { get; } = new(
        "model.timeout", "seconds to wait for an answer, or for its next part", "seconds from 1 to 3600", value => Number(value) is >= 1 and <= 3600);

    /// <summary>How often to try.</summary>
    public static Setting Attempts { get; } = new("model.attempts", "how often a call is tried in all", "a whole number from 1 to 10", Whole(1, 10));

    /// <summary>Tokens of one reply.</summary>
    public static Setting ReplyTokens { get; } = new(
        "model.reply-tokens", "most tokens of one reply", "a whole number from 16 to 1000000", Whole(16, 1_000_000));

    /// <summary>How a reply is held to a schema.</summary>
    public static Setting StructuredOutput { get; } = new(
        "model.structured-output",
        "how replies are held to a schema: schema, or json or none with the schema in words, for servers that know no better",
        "schema, json or none",
        value => value is "schema" or "json" or "none");

    /// <summary>Whether a temperature may be sent.</summary>
    public static Setting Temperature { get; } = new(
        "model.temperature", "never, for models that refuse to be told a temperature", "as-asked or never", value => value is "as-asked" or "never");

    /// <summary>Budget in calls.</summary>
    public static Setting BudgetCalls { get; } = new(
        "model.budget-calls", "most calls of one command", "a whole number of 0 or more", Whole(0, int.MaxValue));

    /// <summary>Budget in tokens.</summary>
    public static Setting BudgetTokens { get; } = new(
        "model.budget-tokens", "most tokens of one command, sent and received", "a whole number of 0 or more", Whole(0, long.MaxValue));

    /// <summary>Where calls are recorded.</summary>
    public static Setting Record { get; } = new(
        "model.record", "file that calls are recorded in; what is on record is not asked again", "a path", value => value.Length > 0);

    /// <summary>Where calls are replayed from.</summary>
    public static Setting Replay { get; } = new(
        "model.replay", "file of recorded calls that answers instead of a server", "a path", value => value.Length > 0);

    /// <summary>Where functions are logged.</summary>
    public static Setting Log { get; } = new(
        "model.log", "file that says what was called and how long it took, without texts", "a path", value => value.Length > 0);

    /// <summary>Where traces go.</summary>
    public static Setting Trace { get; } = new(
        "model.trace",
        "address of an OpenTelemetry collector (OTLP over HTTP) for traces",
        "an address such as http://localhost:4318/v1/traces",
        IsAddress);

    /// <summary>Whether traces hold texts.</summary>
    public static Setting TraceTexts { get; } = new(
        "model.trace-texts", "yes to put prompts and replies into traces", "yes or no", value => value is "yes" or "no");

    /// <summary>All of them, in the order they are listed.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Provider, Name, Address, KeyVariable, Timeout, Attempts, ReplyTokens, StructuredOutput, Temperature, BudgetCalls, BudgetTokens, Record, Replay,
        Log, Trace, TraceTexts,
    ];

    /// <summary>The variable of the environment that wins over the file: <c>NLOPT_MODEL_ADDRESS</c> for <c>model.address</c>.</summary>
    public string Variable => "NLOPT_" + Key.ToUpperInvariant().Replace('.', '_').Replace('-', '_');

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Func<string, bool> Whole(long least, long most) => value =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    /// <summary>Names and passwords in an address would be a key in clear.</summary>
    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    [GeneratedRegex(@"\A[\w][\w.:/@+\-]{0,199}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\A[A-Z_][A-Z0-9_]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableShape();
}
