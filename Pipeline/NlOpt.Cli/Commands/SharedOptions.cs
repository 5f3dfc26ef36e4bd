using System.CommandLine;
using System.Globalization;
using NlOpt.Cli.Configuration;
using NlOpt.Formulation;

namespace NlOpt.Cli.Commands;

/// <summary>Options that several commands have, so that they are spelled and described alike.</summary>
internal static class SharedOptions
{
    /// <summary>What names the language model where one of several engines is chosen.</summary>
    public const string LanguageModel = "model";

    private const double LongestTime = 1e7;

    /// <summary>Refuses values of an option that make no sense, in words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isAllowed">Tells which numbers make sense.</param>
    /// <param name="expected">What is expected, for the message.</param>
    public static void RequireNumber(Option option, Func<double, bool> isAllowed, string expected) => option.Validators.Add(result =>
    {
        // An option that was left out has its default, which needs no check.
        if (result.Implicit) return;
        var given = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !isAllowed(number))
            result.AddError($"{option.Name} needs {expected}, not '{given}'.");
    });

    /// <summary>The folder of fold weights that a command measures with.</summary>
    public static Option<string> FoldsFolder() => new("--folds-dir") { Description = "Folder with the weights of the folds.", HelpName = "DIR", Required = true };

    /// <summary>The folds to measure; see <see cref="Folds"/>.</summary>
    public static Option<int[]> OnlyFolds() => new("--only-folds")
    {
        Description = "Measure (and train) these folds alone, for example 0,1,2: quicker, and less exact.",
        HelpName = "LIST",
        CustomParser = result =>
        {
            var list = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            var parts = list.Split(',').Select(part => (IsNumber: int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var fold), Fold: fold)).ToList();
            if (parts.TrueForAll(part => part.IsNumber)) return [.. parts.Select(part => part.Fold).Distinct()];
            result.AddError($"--only-folds needs whole numbers with commas between them, not '{list}'.");
            return null;
        },
    };

    /// <summary>The folds asked for; null for all.</summary>
    public static int[]? Folds(ParseResult parsed, Option<int[]> only) => parsed.GetValue(only) is { Length: > 0 } list ? list : null;

    /// <summary>Whether fold weights of another trainer will do.</summary>
    public static Option<bool> AcceptStale() => new("--accept-stale") { Description = "Measure with fold weights that other sources of the training gave." };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON for other programs." };

    /// <summary>Who plays a side of a conversation: an engine of ours, or a language model.</summary>
    /// <param name="name">The option.</param>
    /// <param name="own">Our engine, which is the default.</param>
    /// <param name="description">What it is.</param>
    public static Option<string> Engine(string name, string own, string description)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {own}, or {LanguageModel} for the language model.",
            HelpName = $"{own}|{LanguageModel}",
            DefaultValueFactory = _ => own,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value != own && result.Tokens[0].Value != LanguageModel)
                result.AddError($"{name} needs {own} or {LanguageModel}, not '{result.Tokens[0].Value}'.");
        });
        return option;
    }

    /// <summary>The language model to use.</summary>
    public static Option<string?> ModelName()
    {
        var option = new Option<string?>("--model") { Description = "Language model to use instead of the configured one.", HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Setting.Name.IsAllowed(result.Tokens[0].Value))
                result.AddError($"--model needs {Setting.Name.Expected}.");
        });
        return option;
    }

    /// <summary>The language model of a command, which makes sense only where one is used.</summary>
    public static Option<string?> ModelName(Command command, params Option<string>[] users)
    {
        var option = ModelName();
        command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(option) is { Implicit: false } && !users.Any(user => result.GetValue(user) == LanguageModel))
                result.AddError($"--model needs {string.Join(" or ", users.Select(user => $"{user.Name} {LanguageModel}"))}.");
        });
        return option;
    }

    /// <summary>Seconds that solving may take.</summary>
    public static Option<double?> TimeLimit(string description)
    {
        var option = new Option<double?>("--time-limit") { Description = description, HelpName = "SECONDS" };
        RequireNumber(option, seconds => seconds is > 0 and <= LongestTime, "a number of seconds above 0");
        return option;
    }

    /// <summary>Refuses two options at once.</summary>
    public static void Exclude(Command command, Option<bool> one, Option<bool> other) => command.Validators.Add(result =>
    {
        if (result.GetValue(one) && result.GetValue(other)) result.AddError($"{one.Name} and {other.Name} exclude each other.");
    });

    /// <summary>Which amounts are whole, from the two options that say so.</summary>
    public static AmountKinds KindsOf(ParseResult parsed, Option<bool> integer, Option<bool> continuous) =>
        parsed.GetValue(integer) ? AmountKinds.AllInteger : parsed.GetValue(continuous) ? AmountKinds.AllContinuous : AmountKinds.AsUnderstood;
}
