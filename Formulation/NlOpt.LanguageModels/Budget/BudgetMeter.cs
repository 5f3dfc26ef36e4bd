using System.Globalization;
using Microsoft.Extensions.AI;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Budget;

/// <summary>Counts what all clients of one process use together, and says when to stop. Safe for use by several threads at once.</summary>
public sealed class BudgetMeter
{
    private readonly Lock _lock = new();
    private LanguageModelUse _used = new(0, 0, 0, 0);

    /// <summary>Starts at nothing used.</summary>
    public BudgetMeter(LanguageModelBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Budget = budget;
    }

    /// <summary>The limits.</summary>
    public LanguageModelBudget Budget { get; }

    /// <summary>What was used up to now.</summary>
    public LanguageModelUse Used
    {
        get
        {
            lock (_lock) return _used;
        }
    }

    /// <summary>Says that the budget is used up; null while a further call is allowed.</summary>
    public Diagnostic? Exhausted()
    {
        var used = Used;
        if (Budget.MostCalls is { } calls && used.Calls >= calls) return Failure(calls, "calls");
        return Budget.MostTokens is { } tokens && used.Tokens >= tokens ? Failure(tokens, "tokens") : null;
    }

    /// <summary>Counts a call that is about to begin.</summary>
    /// <exception cref="LanguageModelException">The budget is used up: <see cref="FailureCode.Budget"/>.</exception>
    internal void Begin()
    {
        lock (_lock)
        {
            if (Exhausted() is { } exhausted) throw new LanguageModelException(exhausted);
            _used = _used with { Calls = _used.Calls + 1 };
        }
    }

    /// <summary>Counts the tokens of a call.</summary>
    /// <param name="usage">As the server told; null where it did not.</param>
    /// <param name="charactersSent">Length of the request, for an estimate.</param>
    /// <param name="charactersReceived">Length of the reply.</param>
    internal void Count(UsageDetails? usage, long charactersSent, long charactersReceived)
    {
        const int CharactersPerToken = 3;
        var isTold = usage is { InputTokenCount: not null, OutputTokenCount: not null };
        var input = usage?.InputTokenCount ?? (charactersSent / CharactersPerToken) + 1;
        var output = usage?.OutputTokenCount ?? (charactersReceived / CharactersPerToken) + 1;
        lock (_lock)
        {
            _used = _used with
            {
                // A server may tell anything; a count below nothing would refill the budget.
                InputTokens = _used.InputTokens + Math.Clamp(input, 0, int.MaxValue),
                OutputTokens = _used.OutputTokens + Math.Clamp(output, 0, int.MaxValue),
                CallsEstimated = _used.CallsEstimated + (isTold ? 0 : 1),
            };
        }
    }

    private static Diagnostic Failure(long most, string what) => Diagnostic.Error(
        FailureCode.Budget,
        string.Create(CultureInfo.InvariantCulture, $"the budget of {most} {what} for the language model is used up"),
        remedy: "set model.budget-calls or model.budget-tokens higher with nlopt config");
}
