def order_history(request):  # finding: QK613
    return request.user
