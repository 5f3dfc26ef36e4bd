namespace NlOpt.Modeling;

/// <summary>Reads sums such as <c>3 x - 2 y + 5</c> of an LP file.</summary>
internal sealed class LpExpressionReader(FormatInput input, LpTokens tokens, ModelDraft draft)
{
    /// <summary>Reads a sum up to what does not belong to it.</summary>
    /// <param name="endsWithLine">True when a sign on a new line begins something else, as after the operator of a row.</param>
    /// <param name="mayBeEmpty">True when there need not be a term.</param>
    /// <returns>The sum; its constant is infinite when it is a lone <c>inf</c>.</returns>
    public DraftExpression Read(bool endsWithLine, bool mayBeEmpty = false)
    {
        var sum = new DraftExpression();
        var isEmpty = true;
        while (isEmpty || !(endsWithLine && tokens.Current.OpensLine))
        {
            if (!TryTakeSigns(isSignNeeded: !isEmpty, out var sign)) break;
            if (tokens.Current is { Kind: LpTokenKind.Name } name && NumberText.IsInfinityWord(tokens.Text(name)))
            {
                if (!isEmpty) throw input.Error("lp.syntax", "infinity cannot be a part of a sum", name.At);
                tokens.Take();
                sum.Constant = sign * double.PositiveInfinity;
                return sum;
            }

            ReadTerm(sum, sign, endsWithLine);
            isEmpty = false;
        }

        if (isEmpty && !mayBeEmpty) throw tokens.Unexpected("a number or a variable");
        return sum;
    }

    /// <summary>Reads a signed number or infinity.</summary>
    public double ReadNumber()
    {
        var sign = 1.0;
        for (; tokens.Current.Kind is LpTokenKind.Plus or LpTokenKind.Minus; tokens.Take())
        {
            if (tokens.Current.Kind == LpTokenKind.Minus) sign = -sign;
        }

        if (tokens.Current.Kind == LpTokenKind.Number) return sign * tokens.Take().Number;
        if (tokens.Current.Kind != LpTokenKind.Name || !NumberText.IsInfinityWord(tokens.Text(tokens.Current))) throw tokens.Unexpected("a number");
        tokens.Take();
        return sign * double.PositiveInfinity;
    }

    /// <summary>Steps over the signs before a term; false when no term follows.</summary>
    private bool TryTakeSigns(bool isSignNeeded, out double sign)
    {
        sign = 1;
        var isSigned = false;
        for (; tokens.Current.Kind is LpTokenKind.Plus or LpTokenKind.Minus; tokens.Take())
        {
            if (tokens.Current.Kind == LpTokenKind.Minus) sign = -sign;
            isSigned = true;
        }

        if (isSigned) return true;
        return !isSignNeeded && tokens.Current.Kind is LpTokenKind.Number or LpTokenKind.Name && !tokens.AtLabel && !tokens.AtSectionOrEnd;
    }

    private void ReadTerm(DraftExpression sum, double sign, bool endsWithLine)
    {
        var coefficient = sign;
        if (tokens.Current.Kind == LpTokenKind.Number)
        {
            coefficient *= tokens.Take().Number;
            var isProduct = tokens.Current.Kind == LpTokenKind.Times;
            if (isProduct) tokens.Take();
            else if (!IsFactorNext(endsWithLine))
            {
                sum.Constant += coefficient;
                if (!double.IsFinite(sum.Constant)) throw input.Error("model.overflow", "the constant is too large", tokens.Current.At);
                return;
            }
        }

        if (tokens.Current.Kind != LpTokenKind.Name) throw tokens.Unexpected("a number or a variable");
        var name = tokens.Take();
        var variable = draft.Mention(tokens.Text(name).ToString(), name.At);
        sum.Terms.Add(new(new(variable.Index), coefficient));
    }

    /// <summary>Whether the name after a number is its variable rather than the beginning of the next row or section.</summary>
    private bool IsFactorNext(bool endsWithLine) =>
        tokens.Current.Kind == LpTokenKind.Name
        && !(endsWithLine && tokens.Current.OpensLine)
        && !tokens.AtLabel
        && !tokens.AtSectionOrEnd;
}
