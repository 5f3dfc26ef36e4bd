using System.CommandLine;
using System.Globalization;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>Options that several of the policy commands have.</summary>
internal static class PolicyOptions
{
    private const int MostThreads = 1024;
    private const int MostScenarios = 1_000_000;
    private const int ProtocolColumns = 500;

    public static Option<string?> Case(string description) => new("--case") { Description = description, HelpName = "CASE" };

    public static Option<ulong?> Seed(string description)
    {
        // Read by hand: the parser of the library would not say what is wrong with a number.
        var seed = new Option<ulong?>("--seed")
        {
            Description = description,
            HelpName = "S",
            CustomParser = result =>
            {
                if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                result.AddError($"--seed needs a whole number of 0 or more, not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        return seed;
    }

    public static Option<int?> Threads()
    {
        var threads = new Option<int?>("--threads") { Description = "Most threads; the figures do not depend on it. All processors when left out.", HelpName = "N" };
        RequireWhole(threads, MostThreads);
        return threads;
    }

    public static Option<bool> Protocol() => new("--protocol") { Description = "The 500 frozen scenarios of the published protocol." };

    public static Option<int?> Columns()
    {
        var columns = new Option<int?>("--columns") { Description = "Only the first N scenarios of the protocol.", HelpName = "N" };
        RequireWhole(columns, ProtocolColumns);
        return columns;
    }

    public static Option<int?> Scenarios()
    {
        var scenarios = new Option<int?>("--scenarios") { Description = "N scenarios drawn at random instead; 500 when nothing is said.", HelpName = "N" };
        RequireWhole(scenarios, MostScenarios);
        return scenarios;
    }

    /// <summary>The scenarios that the options ask for exclude each other in some ways; says so.</summary>
    public static void CheckScenarios(Command command, Option<bool> protocol, Option<int?> columns, Option<int?> scenarios, Option<ulong?> seed) =>
        command.Validators.Add(result =>
        {
            if (result.GetValue(protocol))
            {
                if (result.GetResult(scenarios) is not null || result.GetResult(seed) is not null)
                    result.AddError("--protocol names its scenarios: leave out --scenarios and --seed.");
            }
            else if (result.GetResult(columns) is not null)
            {
                result.AddError("--columns needs --protocol.");
            }
        });

    /// <summary>Requires a whole number of 1 or more.</summary>
    public static void RequireWhole(Option option, int largest) =>
        SharedOptions.RequireNumber(
            option,
            number => number >= 1 && number <= largest && number == Math.Floor(number),
            string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {largest:#,0}"));
}
