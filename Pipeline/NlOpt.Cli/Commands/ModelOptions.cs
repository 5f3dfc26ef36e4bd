using System.CommandLine;
using System.CommandLine.Parsing;
using NlOpt.Evaluation;

namespace NlOpt.Cli.Commands;

/// <summary>The options of commands that a language model may read for.</summary>
internal sealed class ModelOptions
{
    private const string Embedded = "embedded", Agents = "agents", Checked = "checked";
    private const int MostAttempts = 25;
    private const int MostParallel = 64;

    private readonly Option<string> _formulator = new("--formulator")
    {
        Description = "Who reads: the embedded reader, a language model, or a language model that the embedded reader checks.",
        DefaultValueFactory = _ => Embedded,
    };

    private readonly Option<string?> _model = SharedOptions.ModelName();

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Keep every call in this folder. What is on record is not asked again, so that a stopped run goes on where it was.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _mask =
        new("--mask") { Description = "Replace names and scale numbers before a text leaves this machine, and put both back into what is read." };

    private readonly Option<int> _attempts = new("--attempts")
    {
        Description = "Formulate each problem K times and take the most frequent one.",
        DefaultValueFactory = _ => 1,
        HelpName = "K",
    };

    private readonly Option<int> _parallel =
        new("--parallel") { Description = "Problems read at once.", DefaultValueFactory = _ => 4, HelpName = "N" };

    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "What a million tokens sent and received cost, to reckon the cost of the run.",
        HelpName = "IN,OUT",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _formulator.AcceptOnlyFromAmong(Embedded, Agents, Checked);
        SharedOptions.RequireNumber(_attempts, count => count is >= 1 and <= MostAttempts && count == Math.Floor(count),
            $"a whole number from 1 to {MostAttempts}");
        SharedOptions.RequireNumber(_parallel, count => count is >= 1 and <= MostParallel && count == Math.Floor(count),
            $"a whole number from 1 to {MostParallel}");
        _prices.Validators.Add(result =>
        {
            if (result.Tokens is [var prices] && ModelPrices.Parse(prices.Value) is { IsSuccess: false } wrong) result.AddError(
                $"--prices: {wrong.Diagnostics[0].Message}; {wrong.Diagnostics[0].Remedy}.");
        });
        foreach (var option in new Option[] { _formulator, _model, _record, _mask, _attempts, _parallel, _prices }) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (IsAsked(result)) return;
            foreach (var option in new Option[] { _model, _record, _mask, _attempts, _parallel, _prices })
                if (result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} goes with --formulator {Agents} or {Checked}.");
        });
    }

    /// <summary>Whether a language model is to read.</summary>
    public bool IsAsked(CommandResult result) => result.GetValue(_formulator) is Agents or Checked;

    /// <summary>How it is to read; null for the embedded reader alone.</summary>
    public ModelRequest? Of(ParseResult parsed) => parsed.GetRequiredValue(_formulator) is (Agents or Checked) and var formulator
        ? new ModelRequest(
            formulator == Checked, parsed.GetValue(_model), parsed.GetValue(_record), parsed.GetValue(_mask), parsed.GetValue(_attempts),
            parsed.GetValue(_parallel), parsed.GetValue(_prices) is { } prices ? ModelPrices.Parse(prices).Value : null)
        : null;
}
